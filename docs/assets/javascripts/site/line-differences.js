"use strict";

// The differences of two texts, line by line.

/** Lines around each change that are shown with it. */
const CONTEXT = 3;

/** One line with its sign: " ", "-" or "+"; "@" for lines that are left out. @typedef {{sign: string, text: string}} Edit */

/**
 * The lines of a text; none for a file that is not there.
 *
 * @param {string} [text]
 * @returns {string[]}
 */
function linesOf(text) {
  return text ? text.replace(/\n$/, "").split("\n") : [];
}

/**
 * How many lines two texts have in common from each pair of places on.
 *
 * @param {string[]} before
 * @param {string[]} after
 * @returns {number[][]}
 */
function commonLengths(before, after) {
  const table = [...before, ""].map(() => new Array(after.length + 1).fill(0));
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      const same = before[i] === after[j];
      table[i][j] = same ? table[i + 1][j + 1] + 1 : Math.max(table[i + 1][j], table[i][j + 1]);
    }
  }
  return table;
}

/**
 * Every line of both texts in order.
 *
 * @param {string[]} before
 * @param {string[]} after
 * @returns {Edit[]}
 */
function editsBetween(before, after) {
  const table = commonLengths(before, after);
  const edits = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    const both = i < before.length && j < after.length;
    if (both && before[i] === after[j]) {
      edits.push({ sign: " ", text: before[i++] });
      j++;
    } else if (j === after.length || (both && table[i + 1][j] >= table[i][j + 1])) {
      edits.push({ sign: "-", text: before[i++] });
    } else {
      edits.push({ sign: "+", text: after[j++] });
    }
  }
  return edits;
}

/**
 * The edits without what is far from any change; a gap is left as one line with the sign "@".
 *
 * @param {Edit[]} edits
 * @returns {Edit[]}
 */
function nearChanges(edits) {
  const near = edits.map((_, place) =>
    edits.slice(Math.max(0, place - CONTEXT), place + CONTEXT + 1).some(({ sign }) => sign !== " "));
  return edits.flatMap((edit, place) => {
    if (near[place]) return [edit];
    return place === 0 || near[place - 1] ? [{ sign: "@", text: "" }] : [];
  });
}
