"use strict";

// Whole numbers of Python's source as `str()` writes them. In JavaScript alone.

/** A whole number in any base; null where Python 3 knows no such number, such as 0777. */
function wholeNumber(text) {
  const plain = text.replace(/_/g, "").toLowerCase();
  if (/^0[box]/.test(plain)) return BigInt(plain).toString();
  if (/^0\d*[1-9]/.test(plain)) return null;
  return BigInt(plain).toString();
}

/** A number's text; "" for floats and imaginary ones, of which nothing is said; null for what Python 3 does not know. */
function numberText(text) {
  return /^0[box]/i.test(text) || /^[\d_]+$/.test(text) ? wholeNumber(text) : "";
}
