// Copies of unsaved text in this browser, one for each tab: in IndexedDB, or in localStorage where that is missing and
// in the moment a page closes, which waits for nothing. A copy is {tab, person, address, serial, pairs}.
const STORE = "copies";
const PREFIX = "newsroom.copy.";
let opening = null;

const wait = (request) => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

function open() {
  opening ??= (() => {
    const request = indexedDB.open("newsroom", 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: "tab" });
    return wait(request);
  })();
  return opening;
}

async function store(mode) {
  return (await open()).transaction(STORE, mode).objectStore(STORE);
}

// Tell whether it was written
export function putNow(copy) {
  try {
    localStorage.setItem(PREFIX + copy.tab, JSON.stringify(copy));
    return true;
  } catch {
    return false;
  }
}

export async function put(copy) {
  try {
    await wait((await store("readwrite")).put(copy));
    return true;
  } catch {
    return putNow(copy);
  }
}

function inLocalStorage() {
  try {
    const names = Object.keys(localStorage).filter((name) => name.startsWith(PREFIX));
    return names.map((name) => JSON.parse(localStorage.getItem(name)));
  } catch {
    return [];
  }
}

// The newest copy of each tab
export async function all() {
  const found = inLocalStorage();
  try {
    found.push(...await wait((await store("readonly")).getAll()));
  } catch { /* then localStorage has them */ }
  const newest = new Map();
  for (const copy of found) {
    if (!(newest.get(copy.tab)?.serial > copy.serial)) newest.set(copy.tab, copy);
  }
  return [...newest.values()];
}

// Drop a tab's copy unless it is newer than `serial`
export async function remove(tab, serial = Infinity) {
  try {
    const copy = JSON.parse(localStorage.getItem(PREFIX + tab));
    if (copy && copy.serial <= serial) localStorage.removeItem(PREFIX + tab);
  } catch { /* nothing was there */ }
  try {
    const copies = await store("readwrite");
    const copy = await wait(copies.get(tab));
    if (copy && copy.serial <= serial) await wait(copies.delete(tab));
  } catch { /* nothing was there */ }
}
