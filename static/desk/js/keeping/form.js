// The story's form as text: what its controls hold, and the token it is sent with. The facts come from the page's line
// of the saved state: whose form it is, the name of its tab, and where it is kept.
const line = document.querySelector("#keeping");
export const facts = { ...line?.dataset };
export const form = document.querySelector("#article_form");
const NOT_TEXT = new Set(["submit", "button", "reset", "image", "file"]);
const TOKEN = "csrfmiddlewaretoken";
const BESIDE = new Set(["tab", "recovered"]); // the other controls outside the form are words for a move, not the story

const now = {
  value: (control) => control.value,
  checked: (control) => control.checked,
  chosen: (select) => [...select.selectedOptions],
};
// What the page was sent with, whatever was typed before the scripts ran or restored by the browser
const sent = {
  value: (control) => control.defaultValue,
  checked: (control) => control.defaultChecked,
  chosen: (select) => {
    const marked = [...select.options].filter((option) => option.defaultSelected);
    return marked.length || select.multiple ? marked : [...select.options].slice(0, 1);
  },
};

// Every control by name, an empty string for a box that is not ticked: what is missing was not on the form
export function pairs(read = now) {
  const found = [];
  for (const control of form?.elements ?? []) {
    const { name, type } = control;
    if (!name || name === TOKEN || control.disabled || NOT_TEXT.has(type)) continue;
    if (!form.contains(control) && !BESIDE.has(name)) continue;
    if (type.startsWith("select")) found.push(...read.chosen(control).map((option) => [name, option.value]));
    else if (type === "checkbox") found.push([name, read.checked(control) ? control.value : ""]);
    else if (type !== "radio") found.push([name, read.value(control)]);
    else if (read.checked(control)) found.push([name, control.value]);
  }
  return found;
}

export const state = () => JSON.stringify(pairs());
export const firstState = () => JSON.stringify(pairs(sent));

// Where the words of moves are: the form's controls that stand outside it, in the action bar
export const wordsBeside = () => [...form?.elements ?? []].filter(
  (control) => control.name && !form.contains(control) && !BESIDE.has(control.name) && !NOT_TEXT.has(control.type),
);

// What the server says of the request that led here, once: the tab whose text was saved, and whether a move came along
function take(name) {
  const found = document.cookie.split("; ").find((each) => each.startsWith(`${name}=`));
  if (!found) return "";
  document.cookie = `${name}=; path=/desk/; max-age=0`;
  return decodeURIComponent(found.slice(name.length + 1));
}
export const savedTab = take("saved_tab");
export const savedMove = take("saved_move");

// A moment as people read it on the desk, in the browser's own zone
export const clock = (moment) => moment.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });

export const token = () => document.querySelector(`input[name=${TOKEN}]`)?.value ?? "";

export function setToken(value) {
  if (value) document.querySelectorAll(`input[name=${TOKEN}]`).forEach((input) => { input.value = value; });
}
