// Says under a time what it is in UTC and how far away: the same line that the server writes, kept true while one types.
const MINUTE = 60000;
const parts = (date, zone) => Object.fromEntries(
  new Intl.DateTimeFormat("en-GB", {
    timeZone: zone, hourCycle: "h23", weekday: "long", year: "numeric", month: "long", day: "numeric", hour: "2-digit",
    minute: "2-digit",
  }).formatToParts(date).map(({ type, value }) => [type, value]),
);
const numbers = (date, zone) => Object.fromEntries(
  new Intl.DateTimeFormat("en-GB", {
    timeZone: zone, hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit",
  }).formatToParts(date).map(({ type, value }) => [type, Number(value)]),
);
const shown = (date, zone) => {
  const { year, month, day, hour, minute } = numbers(date, zone);
  return Date.UTC(year, month - 1, day, hour, minute);
};

// The instants at which clocks in the zone show this time: none, one or two. No zone is further than 26 hours from UTC.
const instants = (wall, zone) => {
  const guesses = [-26, 26].map((hours) => {
    const near = new Date(wall + hours * 60 * MINUTE);
    return wall - (shown(near, zone) - near.getTime());
  });
  return [...new Set(guesses)].filter((guess) => shown(new Date(guess), zone) === wall).sort((a, b) => a - b);
};

const away = (milliseconds) => {
  const minutes = Math.floor(milliseconds / MINUTE);
  const hours = Math.floor(minutes / 60);
  if (milliseconds <= 0) return "this time has passed";
  if (minutes < 1) return "in less than a minute";
  if (minutes < 60) return `in ${minutes} min`;
  if (hours >= 48) return `in ${Math.floor(hours / 24)} days`;
  return minutes % 60 ? `in ${hours} h ${minutes % 60} min` : `in ${hours} h`;
};

const sentence = (instant, zone) => {
  const date = new Date(instant);
  const { weekday, day, month, year, hour, minute } = parts(date, zone);
  const offset = new Intl.DateTimeFormat("en-GB", { timeZone: zone, timeZoneName: "short" }).formatToParts(date)
    .find(({ type }) => type === "timeZoneName").value;
  const utcDay = date.getUTCDate() === Number(day) ? "" : `${parts(date, "UTC").day} ${parts(date, "UTC").month.slice(0, 3)} `;
  const utc = utcDay + date.toISOString().slice(11, 16);
  return `${weekday} ${day} ${month} ${year}, ${hour}:${minute} ${offset} · ${utc} UTC · ${away(instant - Date.now())}`;
};

document.querySelectorAll("[data-minute]").forEach((line) => {
  const input = document.getElementById(line.dataset.minute);
  const which = input.parentElement.querySelector(".minute-which");
  const tell = () => {
    const wall = Date.parse(`${input.value}Z`);
    const found = Number.isNaN(wall) ? [] : instants(wall, line.dataset.zone);
    const chosen = found.length === 2 ? { first: found[0], second: found[1] }[which?.value] : found[0];
    let text = "";
    if (chosen !== undefined) text = sentence(chosen, line.dataset.zone);
    else if (found.length === 2) text = "This time comes twice on that day: the clocks go back.";
    else if (!Number.isNaN(wall)) text = "There is no such time on that day: the clocks go forward.";
    if (line.textContent !== text) line.textContent = text;
  };
  input.addEventListener("input", tell);
  which?.addEventListener("change", tell);
  setInterval(tell, 30000);
  tell();
});
