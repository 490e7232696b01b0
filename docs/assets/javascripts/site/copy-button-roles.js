"use strict";

// Material puts each copy button into a landmark without a name; many of them on a page say nothing.

/** Make every such landmark a plain group. */
function removeLandmarks() {
  document.querySelectorAll("nav.md-code__nav:not([role])").forEach(nav => nav.setAttribute("role", "none"));
}

// The buttons come when Material finds the time, so the page is watched and not asked once.
new MutationObserver(removeLandmarks).observe(document.body, { childList: true, subtree: true });
removeLandmarks();
