/* Days and months in words, and the reader's day: what atlas/words/dates.py does, for scripts of this site.
 *
 * A date is ISO text: "2026-08-05", or "2027-04" where only the month is known. A month stays a month.
 */
var atlasDays = (function () {
  "use strict";

  var MONTHS = [
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December"
  ];

  /** The reader's day as YYYY-MM-DD, in the reader's own time zone. */
  function today() {
    var now = new Date();
    return now.getFullYear() + "-" + pad(now.getMonth() + 1) + "-" + pad(now.getDate());
  }

  function pad(number) {
    return (number < 10 ? "0" : "") + number;
  }

  /** Whether a date lies wholly in the past; a month is compared as a month. */
  function over(iso, day) {
    return day.slice(0, iso.length) > iso;
  }

  /** "August 5, 2026" or "April 2027". */
  function text(iso) {
    var parts = iso.split("-");
    var month = MONTHS[Number(parts[1]) - 1];
    return parts.length === 3 ? month + " " + Number(parts[2]) + ", " + parts[0] : month + " " + parts[0];
  }

  /** "on August 5, 2026" or "in April 2027". */
  function placed(iso) {
    return (iso.length === 10 ? "on " : "in ") + text(iso);
  }

  function count(number, noun) {
    return number + " " + noun + (number === 1 ? "" : "s");
  }

  /** "2 years and 7 months ago": whole months, rounded down; days where there is no whole month. */
  function ago(iso, day) {
    var then = iso.split("-").map(Number);
    var now = day.split("-").map(Number);
    var months = (now[0] - then[0]) * 12 + now[1] - then[1];
    if (then[2] && now[2] < then[2]) months -= 1;
    if (months < 1) {
      return count((Date.parse(day) - Date.parse(iso)) / 86400000, "day") + " ago";
    }
    var years = Math.floor(months / 12);
    var parts = [];
    if (years) parts.push(count(years, "year"));
    if (months % 12) parts.push(count(months % 12, "month"));
    return parts.join(" and ") + " ago";
  }

  return { today: today, over: over, text: text, placed: placed, ago: ago };
})();
