// When the session has ended: a dialog in which one signs in again without leaving the page. Only who wrote the text can
// go on with it; for anybody else nothing is saved.
import { send } from "./door.js";
import { facts, form, setToken } from "./form.js";

const dialog = document.querySelector("#keeping-dialog");
const line = document.querySelector("#keeping");
const question = dialog?.querySelector("form");
const problem = dialog?.querySelector("[data-problem]");

function open() {
  if (!dialog.open) dialog.showModal();
}

async function signIn(event) {
  if (event.submitter?.formMethod === "dialog") return; // not now
  event.preventDefault();
  const answer = await send(question.action, [...new FormData(question)]);
  question.elements.password.value = "";
  if (answer.kind !== "ok") {
    problem.textContent = answer.data.message ?? "The server does not answer. Your text is kept in this browser.";
    return;
  }
  setToken(answer.data.csrf);
  if (String(answer.data.person) !== facts.person) {
    problem.textContent = `You are signed in as ${answer.data.name}, who did not write this text: nothing was saved.`;
    return;
  }
  problem.textContent = "";
  dialog.close();
  form.dispatchEvent(new CustomEvent("newsroom:signed-in"));
}

if (dialog && form) {
  form.addEventListener("newsroom:signed-out", open);
  line.querySelector("[data-sign-in]").addEventListener("click", open);
  question.addEventListener("submit", signIn);
}
