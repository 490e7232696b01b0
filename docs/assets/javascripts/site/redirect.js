"use strict";

// From an old address to the new one (macros/links/moved.py). On a page that moved, this script's element carries the
// new address; on a page that lost an anchor there is a note with that id.

/** What the script element carries: `to` and `anchors` on a page that moved. */
const MOVED = document.currentScript.dataset;

/** The anchor in the address bar, empty if there is none. */
function currentAnchor() {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch (error) {
    return location.hash.slice(1); // a lone percent sign
  }
}

/** From a page that moved: an anchor goes where it went, or else along with the page. */
function leavePage() {
  const anchors = new Map(Object.entries(JSON.parse(MOVED.anchors)));
  const anchor = currentAnchor();
  const along = anchor ? MOVED.to.split("#")[0] + location.hash : MOVED.to;
  location.replace(anchors.get(anchor) ?? along);
}

/** From an anchor that moved. */
function followAnchor() {
  const note = currentAnchor() && document.getElementById(currentAnchor());
  if (note && note.dataset.moved) location.replace(note.dataset.moved);
}

if (MOVED.to) {
  leavePage();
} else {
  addEventListener("hashchange", followAnchor);
  followAnchor();
}
