// The appearance switch in the footer: as the system says, light or dark, remembered on this device only.

const KEY = "theme";
const THEMES = ["light", "dark"];

function stored() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null; // storage is switched off: follow the system
  }
}

function remember(theme) {
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // The choice still holds for this page.
  }
}

function show(theme) {
  if (THEMES.includes(theme)) document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
}

const theme = stored();
show(theme);
for (const box of document.querySelectorAll("[data-theme-switch]")) {
  const chosen = box.querySelector(`[value="${THEMES.includes(theme) ? theme : "auto"}"]`);
  if (chosen) chosen.checked = true;
  box.addEventListener("change", (event) => {
    remember(event.target.value);
    show(event.target.value);
  });
  box.hidden = false;
}
