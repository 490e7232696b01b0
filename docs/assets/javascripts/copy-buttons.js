/* Material puts each copy button into a landmark without a name; many of them on a page say nothing. */
(function () {
  "use strict";

  function plain() {
    document.querySelectorAll("nav.md-code__nav").forEach(function (nav) { nav.setAttribute("role", "none"); });
  }

  // Material's own scripts put the buttons in when they are told of the page, before they tell us.
  if (typeof document$ !== "undefined") document$.subscribe(function () { requestAnimationFrame(plain); });
})();
