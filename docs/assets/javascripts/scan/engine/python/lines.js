"use strict";

// Offsets as the lines and columns that people count. Mirrors atlas/scan/python/lines.py.

/** Offsets in a text as lines and columns that people count: from 1, in characters. */
class Lines {
  constructor(text) {
    this.text = text;
    this.starts = [0];
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) this.starts.push(at + 1);
    this.starts.push(text.length + 1);
    /** The last place that was asked for, from which the next is counted if it comes after it in its line. */
    this.last = { number: 0, offset: 0, column: 1 };
  }

  /** The number of the line, from 1, in which an offset lies. */
  number(offset) {
    return lastAt(this.starts.length - 1, line => this.starts[line] <= offset) + 1;
  }

  line(number) {
    return this.text.slice(this.starts[number - 1], this.starts[number] - 1);
  }

  /** Line and column of an offset. */
  place(offset) {
    const number = this.number(offset), { last } = this;
    const goesOn = last.number === number && last.offset <= offset;
    const from = goesOn ? last.offset : this.starts[number - 1];
    const column = (goesOn ? last.column : 1) + lengthInCharacters(this.text.slice(from, offset));
    this.last = { number, offset, column };
    return [number, column];
  }

  /** A line of code without its indentation or, of a very long one, the part around an offset. */
  excerpt(number, offset, longest) {
    const start = this.starts[number - 1], end = this.starts[number] - 1;
    const few = end - start <= 2 * longest ? this.line(number) : "";
    if (few && lengthInCharacters(few) <= longest || start === end) return strip(few);
    const from = this.moved(Math.min(offset, end), -Math.floor(longest / 4), start, end);
    const to = this.moved(from, longest, start, end);
    return `${from > start ? "…" : ""}${strip(this.text.slice(from, to))}${to < end ? "…" : ""}`;
  }

  /** An offset some characters further on, or back, between two others. */
  moved(offset, characters, low, high) {
    let at = offset;
    for (let left = Math.abs(characters); left && (characters < 0 ? at > low : at < high); left--) {
      const pair = this.text.codePointAt(characters < 0 ? at - 2 : at) > 0xffff;
      at += Math.sign(characters) * (pair ? 2 : 1);
    }
    return at;
  }
}
