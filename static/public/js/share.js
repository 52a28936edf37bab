// The share button: the device's own menu where there is one, else the address goes to the clipboard.

async function share(button, status) {
  const { share: url, shareTitle: title } = button.dataset;
  try {
    if (navigator.share) await navigator.share({ title, url });
    else {
      await navigator.clipboard.writeText(url);
      status.textContent = "Link copied";
    }
  } catch (error) {
    if (error.name !== "AbortError") status.textContent = "That did not work. Please copy the address instead.";
  }
}

for (const button of document.querySelectorAll("[data-share]")) {
  if (!navigator.share && !navigator.clipboard) continue;
  const status = button.parentElement.querySelector("[role=status]");
  if (!navigator.share) button.textContent = "Copy link";
  button.addEventListener("click", () => share(button, status));
  button.hidden = false;
}
