/* Material puts each copy button into a landmark without a name; many of them on a page say nothing. */
(function () {
  "use strict";

  function plain() {
    document.querySelectorAll("nav.md-code__nav:not([role])").forEach(function (nav) {
      nav.setAttribute("role", "none");
    });
  }

  // The buttons come when Material finds the time, so the page is watched and not asked once.
  new MutationObserver(plain).observe(document.body, { childList: true, subtree: true });
  plain();
})();
