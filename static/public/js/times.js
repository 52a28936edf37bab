// Keeps "38 minutes ago" true on pages that lie in a cache or stay open. Older times are left as the server wrote them.

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const relative = new Intl.RelativeTimeFormat("en", { numeric: "always" });
const date = new Intl.DateTimeFormat("en-GB", { dateStyle: "long" });

function words(then, now) {
  const age = now - then;
  if (age < MINUTE) return null;
  if (age < HOUR) return relative.format(-Math.floor(age / MINUTE), "minute");
  if (age < DAY) return relative.format(-Math.floor(age / HOUR), "hour");
  return date.format(then);
}

function refresh() {
  for (const time of document.querySelectorAll("time[data-ago]")) {
    if (!time.textContent.endsWith("ago")) continue;
    const text = words(new Date(time.dateTime), Date.now());
    if (text && text !== time.textContent) time.textContent = text;
  }
}

refresh();
setInterval(refresh, MINUTE);
document.addEventListener("visibilitychange", () => document.hidden || refresh());
