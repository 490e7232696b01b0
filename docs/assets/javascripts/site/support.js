/* Support statuses by the reader's clock: the page was built on one day and is read on another.
 *
 * The HTML is right for the day of the build and says which day that was; this script says the same
 * sentences (atlas/decide/support.py and atlas/decide/banner.py) for today, from the dates in data- attributes.
 * Needs days.js.
 */
(function () {
  "use strict";

  var days = atlasDays;
  var LABELS = {
    "planned": "Planned",
    "bug-fixes": "Bug fixes",
    "security": "Security fixes only",
    "ended": "Ended"
  };
  var DOWNLOAD = "https://www.djangoproject.com/download/";

  /** The dates that an element carries. */
  function windowOf(element) {
    var data = element.dataset;
    return {
      planned: data.planned,
      released: data.released || data.planned,
      bugFixesEnd: data.bugFixesEnd,
      securityFixesEnd: data.securityFixesEnd
    };
  }

  function statusOf(span, day) {
    if (span.planned || day < span.released) return "planned";
    if (!days.over(span.bugFixesEnd, day)) return "bug-fixes";
    return days.over(span.securityFixesEnd, day) ? "ended" : "security";
  }

  function until(span, status, day) {
    if (status === "planned") return "for " + days.text(span.released);
    if (status === "bug-fixes") return "until " + days.text(span.bugFixesEnd);
    if (status === "security") return "until " + days.text(span.securityFixesEnd);
    return days.ago(span.securityFixesEnd, day);
  }

  /** The newest supported LTS release and the newest release, of those that the banner names. */
  function targets(candidates, day) {
    var alive = candidates.filter(function (one) {
      return day >= one.released && !days.over(one.end, day);
    });
    var newest = alive[alive.length - 1];
    var lts = alive.filter(function (one) { return one.lts; }).pop();
    return [lts, newest].filter(function (one, place) { return one && !(place && one === lts); });
  }

  function link(href, label) {
    var anchor = document.createElement("a");
    anchor.href = href;
    anchor.textContent = label;
    return anchor;
  }

  /** What to read after "ended": text and links, in order. */
  function advice(candidates, day) {
    var found = targets(candidates, day);
    if (!found.length) {
      return [
        "No newer release that this page knows is supported either: see ",
        link(DOWNLOAD, "Django's download page"),
        "."
      ];
    }
    var parts = ["Move to "];
    found.forEach(function (one, place) {
      var role = place === found.length - 1 ? "the newest release" : "the newest LTS release";
      if (place) parts.push(", or to ");
      parts.push(link(one.url, one.name), ", " + role + " (security fixes until " + days.text(one.end) + ")");
    });
    return parts.concat(".");
  }

  /** Headline and parts of a banner, as atlas/decide/banner.py words them. */
  function words(name, span, status, candidates, day) {
    var bugs = days.placed(span.bugFixesEnd), security = days.placed(span.securityFixesEnd);
    if (status === "planned" && days.over(span.released, day)) {
      return [name + " was planned for " + days.text(span.released) + ".", ["This page was made before it came out."]];
    }
    if (status === "planned") {
      return [
        name + " is planned for " + days.text(span.released) + ".",
        ["Bug fixes are to end " + bugs + ", security fixes " + security + "."]
      ];
    }
    if (status === "bug-fixes") {
      return [name + " is supported.", ["Bug fixes end " + bugs + ", security fixes " + security + "."]];
    }
    if (status === "security") {
      return [
        name + " gets security fixes only.",
        ["Bug fixes ended " + bugs + "; security fixes end " + security + "."]
      ];
    }
    var end = "Its last security fixes ended " + security + ", " + days.ago(span.securityFixesEnd, day) + ". ";
    return [name + " is no longer supported.", [end].concat(advice(candidates, day))];
  }

  /** Set `BASE--STATUS` among an element's classes. */
  function mark(element, base, status) {
    Object.keys(LABELS).forEach(function (key) {
      element.classList.toggle(base + "--" + key, key === status);
    });
  }

  function drawStatus(element, day) {
    var span = windowOf(element);
    var status = statusOf(span, day);
    var badge = element.querySelector(".status");
    mark(badge, "status", status);
    badge.textContent = LABELS[status];
    element.querySelector(".support-when").textContent = until(span, status, day);
  }

  function drawBanner(element, day) {
    var span = windowOf(element);
    var status = statusOf(span, day);
    var drawn = words(element.dataset.name, span, status, JSON.parse(element.dataset.moveTo), day);
    var body = element.querySelector(".support-text");
    var later = element.querySelector(".support-later");
    mark(element, "support-banner", status);
    element.querySelector(".support-headline").textContent = drawn[0];
    body.textContent = "";
    drawn[1].forEach(function (part) {
      body.append(part);
    });
    if (later) later.hidden = status !== "ended";
  }

  /** "As of …, the day this page was built" becomes today; the day of the build stays readable. */
  function drawDay(element, day) {
    var built = element.dataset.built;
    element.textContent = built === day
      ? "As of today, " + days.text(day) + "."
      : "As of today, " + days.text(day) + ", by your clock. This page was built on " + days.text(built) + ".";
  }

  function draw() {
    var day = days.today();
    document.querySelectorAll(".support[data-release]").forEach(function (one) { drawStatus(one, day); });
    document.querySelectorAll(".support-banner[data-release]").forEach(function (one) { drawBanner(one, day); });
    document.querySelectorAll(".as-of[data-built]").forEach(function (one) { drawDay(one, day); });
  }

  // Material's instant navigation swaps the page without loading scripts again and announces it here.
  if (typeof document$ !== "undefined") document$.subscribe(draw);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", draw);
  else draw();
  // The planner draws releases by itself and says so.
  document.addEventListener("atlas:drawn", draw);
  // A page that was left open overnight is right again as soon as it is looked at.
  document.addEventListener("visibilitychange", function () { if (!document.hidden) draw(); });
})();
