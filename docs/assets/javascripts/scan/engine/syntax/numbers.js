"use strict";

// Numbers of Python's source as `str()` writes them. In JavaScript alone.

/** A whole number in any base; null where Python 3 knows no such number, such as 0777. */
function wholeNumber(text) {
  const plain = text.replace(/_/g, "").toLowerCase();
  if (/^0[box]/.test(plain)) return BigInt(plain).toString();
  if (/^0\d*[1-9]/.test(plain)) return null;
  return BigInt(plain).toString();
}

/** A float as Python's repr(): the shortest digits, an exponent below 1e-4 and from 1e16 on. */
function floatText(value) {
  if (!Number.isFinite(value)) return "inf";
  if (value === 0) return "0.0";
  const [digits, power] = value.toExponential().split("e");
  const exponent = Number(power);
  if (exponent >= -4 && exponent < 16) return plainFloat(digits.replace(".", ""), exponent);
  const sign = exponent < 0 ? "-" : "+";
  return `${digits}e${sign}${String(Math.abs(exponent)).padStart(2, "0")}`;
}

/** Digits with a point and without an exponent. exponent: of the first digit. */
function plainFloat(digits, exponent) {
  if (exponent < 0) return `0.${"0".repeat(-exponent - 1)}${digits}`;
  const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, "0");
  return `${whole}.${digits.slice(exponent + 1) || "0"}`;
}

/** A number's text; "" for imaginary ones, of which nothing is said; null for what Python 3 does not know. */
function numberText(text) {
  if (/j$/i.test(text)) return "";
  if (/^0[box]/i.test(text) || /^[\d_]+$/.test(text)) return wholeNumber(text);
  return floatText(Number(text.replace(/_/g, "")));
}
