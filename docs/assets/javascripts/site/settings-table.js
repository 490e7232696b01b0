"use strict";

// The table of all settings: filtered by name, and by what differs between two releases. The page is complete without
// this script; the form that it fills in is hidden until it runs.

/** The form above the table, and the rows that it hides. */
class SettingsTable {
  /**
   * @param {HTMLFormElement} form
   * @param {HTMLTableElement} table
   * @param {HTMLElement} shown where it says how many of all rows are shown
   */
  constructor(form, table, shown) {
    this.form = form;
    this.shown = shown;
    this.rows = [...table.tBodies[0].rows];
    this.releases = table.dataset.releases.split(" ");
    form.addEventListener("input", () => this.draw());
    form.addEventListener("submit", event => event.preventDefault());
    for (const name of ["from", "to"]) {
      form.elements[name].addEventListener("change", () => {
        form.elements.differ.checked = true;
        this.draw();
      });
    }
    window.addEventListener("hashchange", () => this.showTarget());
  }

  /** Show the rows that fit the form. */
  draw() {
    const { name, from, to, differ } = this.form.elements;
    const words = name.value.trim().toUpperCase().replace(/[\s-]+/g, "_");
    const [first, last] = [from, to].map(({ value }) => this.releases.indexOf(value));
    for (const row of this.rows) {
      row.hidden = !row.id.includes(words) || (differ.checked && !SettingsTable.differs(row, first, last));
    }
    const fitting = this.rows.filter(row => !row.hidden).length;
    this.shown.hidden = fitting === this.rows.length;
    this.shown.querySelector("span").textContent = fitting;
  }

  /** Whether the defaults of two releases, by their places, are not the same. */
  static differs(row, from, to) {
    const numbers = row.dataset.defaults.split(" ");
    return numbers[from] !== numbers[to];
  }

  /** `?from=3.2&to=4.2` shows what differs between the two; otherwise the reader's own release is proposed. */
  choose() {
    const { from, to, differ } = this.form.elements;
    const asked = new URLSearchParams(location.search);
    const known = release => this.releases.includes(release);
    if (known(storedRelease.read())) from.value = storedRelease.read();
    for (const field of [from, to].filter(({ name }) => known(asked.get(name)))) {
      field.value = asked.get(field.name);
      differ.checked = true;
    }
  }

  /** A row that somebody follows a link to is shown whatever the filter says. */
  showTarget() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target || !target.hidden) return;
    this.form.reset();
    this.draw();
    target.scrollIntoView();
  }

  /** Show the form and what its first state asks for. */
  begin() {
    this.choose();
    this.form.hidden = false;
    this.draw();
    this.showTarget();
  }
}

const [settingsForm, settingsRows, settingsShown] = ["form.settings-filter", "table.settings-table", ".settings-shown"]
  .map(selector => document.querySelector(selector));
if (settingsForm && settingsRows && settingsShown) new SettingsTable(settingsForm, settingsRows, settingsShown).begin();
