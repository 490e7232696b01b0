"use strict";

// Every list, name, limit and expression by which the scanner reads a project, as an engine looks into them. They come
// with the rules, and stand nowhere else in JavaScript. Mirrors atlas/scan/tables.py.

/** The tables of a file of rules. data: what the module calls `TableData`, which describes each. */
class Tables {
  constructor(data) {
    this.skippedFolders = new Set(data.skipped_folders);
    this.environmentFile = data.environment_file;
    this.pythonSuffix = data.python_suffix;
    this.templateSuffixes = data.template_suffixes;
    this.textTemplateSuffixes = data.text_template_suffixes;
    this.templateFolder = data.template_folder;
    this.foreignTemplateFolder = data.foreign_template_folder;
    this.madeSuffixes = data.made_suffixes;
    this.fileWords = data.file_words;
    this.largestFile = data.largest_file;
    this.longestLine = data.longest_line;
    this.longestMatch = data.longest_match;
    this.longestName = data.longest_name;
    this.mostOrigins = data.most_origins;
    this.mostBases = data.most_bases;
    this.namingKinds = data.naming_kinds;
    this.reexports = new Map(Object.entries(data.reexports));
    this.importErrors = new Set(data.import_errors);
    this.settingsObject = data.settings_object;
    this.settingsParameter = data.settings_parameter;
    this.settingsMark = data.settings_mark;
    this.templateMarks = data.template_marks;
    this.word = searching(data.word);
    this.escapedWord = searching(data.escaped_word);
    this.inPieces = searching(data.in_pieces);
    this.versionComparison = matchingWhole(data.version_comparison);
    this.templateTokens = new Map(data.template_tokens);
    this.templatePart = searching(data.template_part);
    this.foundForms = data.found;
    this.reasons = data.reasons;
  }

  /** Every word of a text, and what stands behind the letter of an escape. */
  wordsIn(text) {
    const found = new Set(text.match(this.word) || []);
    if (text.includes("\\")) for (const match of text.matchAll(this.escapedWord)) found.add(match[1]);
    return found;
  }

  /** Whether a text is worth reading as a template. */
  mayHoldTemplate(text) {
    return this.templateMarks.some(mark => text.includes(mark));
  }

  /** How a hit of a rule names what was found. */
  found(kind, name) {
    return this.foundForms[kind].replace("NAME", () => name);
  }

  /** Why a file was not read. values: what stands for the words in capitals. */
  reason(which, values = {}) {
    return Object.entries(values).reduce((text, [word, value]) => {
      return text.replace(word.toUpperCase(), () => value);
    }, this.reasons[which]);
  }
}
