"use strict";

// Offsets as the lines and columns that people count. Mirrors atlas/scan/python/lines.py.

/** Offsets in a text as lines and columns that people count: from 1, in characters. */
class Lines {
  constructor(text) {
    this.text = text;
    this.starts = [0];
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) this.starts.push(at + 1);
    this.starts.push(text.length + 1);
  }

  /** The number of the line, from 1, in which an offset lies. */
  number(offset) {
    let low = 0, high = this.starts.length - 2;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.starts[middle] <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  }

  line(number) {
    return this.text.slice(this.starts[number - 1], this.starts[number] - 1);
  }

  /** Line and column of an offset. */
  place(offset) {
    const number = this.number(offset);
    return [number, lengthInCharacters(this.text.slice(this.starts[number - 1], offset)) + 1];
  }
}
