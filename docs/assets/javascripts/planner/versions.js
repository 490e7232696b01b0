/* Versions of databases and libraries, which people type themselves and images of containers name. */
(/** @param {any} planner */ planner => {
  "use strict";

  /** The numbers in a version: 12.4 is [12, 4], Oracle's 19c is [19]. */
  function productKey(version) {
    return (version.match(/\d+/g) || []).map(Number);
  }

  planner.versions = {
    /** Whether a version is the least one or a newer one; one with fewer parts is the newest of its series: 8 reaches 8.4. */
    reaches: (version, least) => {
      const own = productKey(version), wanted = productKey(least);
      const place = own.findIndex((number, at) => number !== wanted[at]);
      return own.length > 0 && (place < 0 || place >= wanted.length || own[place] > wanted[place]);
    }
  };
})(window.atlasPlanner = window.atlasPlanner || {});
