"use strict";

// The reader's day. A day is ISO text, "2026-08-05": the later of two days comes after the other in the alphabet.

const atlasDays = {
  /** The reader's day, in the reader's own time zone. */
  today() {
    const now = new Date();
    const pad = number => String(number).padStart(2, "0");
    return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
  },

  /** "August 5, 2026". */
  inWords(day) {
    return new Intl.DateTimeFormat("en-US", { dateStyle: "long", timeZone: "UTC" }).format(new Date(day));
  },
};

/**
 * Draw what depends on the day, now and whenever it may have to be drawn again.
 *
 * @param {(day: string) => void} draw
 */
function drawByDay(draw) {
  const again = () => draw(atlasDays.today());
  // Material announces each page here, also one that instant navigation brings without a reload.
  if (typeof document$ !== "undefined") document$.subscribe(again);
  else again();
  // The planner draws releases by itself and says so.
  document.addEventListener("atlas:drawn", again);
  // A page that was left open overnight is right again as soon as it is looked at.
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) again();
  });
}
