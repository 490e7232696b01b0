/* Takes readers of an old address to the new one.
 *
 * On a page that moved this script stands in the head and carries the new address; on a page that lost
 * an anchor there is a note with that id (macros/links/moved.py). Without JavaScript both offer a link.
 */
(function () {
  "use strict";

  var stub = document.currentScript && document.currentScript.dataset;

  /** The anchor in the address bar, empty if there is none. */
  function anchor() {
    try {
      return decodeURIComponent(location.hash.slice(1));
    } catch (error) {
      return location.hash.slice(1); // a lone percent sign
    }
  }

  /** From a page that moved: an anchor goes where it went, or else along with the page. */
  function leave(data) {
    var anchors = JSON.parse(data.anchors), name = anchor();
    if (Object.prototype.hasOwnProperty.call(anchors, name)) location.replace(anchors[name]);
    else location.replace(name ? data.to.split("#")[0] + location.hash : data.to);
  }

  /** From an anchor that moved. */
  function follow() {
    var note = anchor() && document.getElementById(anchor());
    if (note && note.dataset.moved) location.replace(note.dataset.moved);
  }

  if (stub && stub.to) {
    leave(stub);
  } else {
    addEventListener("hashchange", follow);
    follow();
  }
})();
