"use strict";

// Text into the clipboard, also where the browser has none for pages (plain http).

/**
 * Copy through a field that is selected. An open dialog lets nothing outside of it be selected.
 *
 * @param {string} text
 * @returns {boolean} whether it was copied
 */
function copyBySelection(text) {
  const field = document.createElement("textarea");
  field.value = text;
  field.className = "copy-field";
  (document.querySelector("dialog[open]") || document.body).append(field);
  field.select();
  try {
    return document.execCommand("copy");
  } catch (error) {
    return false; // the browser was told not to
  } finally {
    field.remove();
  }
}

self.atlasClipboard = {
  /**
   * @param {string} text
   * @returns {Promise<boolean>} whether it was copied
   */
  async copy(text) {
    if (!navigator.clipboard || !isSecureContext) return copyBySelection(text);
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch (error) {
      return copyBySelection(text);
    }
  },
};
