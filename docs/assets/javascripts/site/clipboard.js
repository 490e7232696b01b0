/* Text into the clipboard, also where the browser has none for pages (plain http). */
(function () {
  "use strict";

  /** Through a field that is selected. An open dialog lets nothing outside of it be selected. */
  function bySelection(text) {
    var field = document.createElement("textarea");
    field.value = text;
    field.className = "copy-field";
    (document.querySelector("dialog[open]") || document.body).append(field);
    field.select();
    var done = false;
    try {
      done = document.execCommand("copy");
    } catch (error) {
      done = false; // the browser was told not to
    }
    field.remove();
    return done;
  }

  /** A promise of whether the text was copied. */
  function copy(text) {
    if (!navigator.clipboard || !isSecureContext) return Promise.resolve(bySelection(text));
    return navigator.clipboard.writeText(text).then(function () { return true; }, function () {
      return bySelection(text);
    });
  }

  window.atlasClipboard = { copy: copy };
})();
