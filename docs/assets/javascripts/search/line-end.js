"use strict";

/** What stands for the end of a line in the search box, which has one line. */
const LINE_END = "⏎";
