// Style sheets. https://stylelint.io/user-guide/rules
export default {
  extends: ["stylelint-config-standard"],
  rules: {
    // A rule is one line here, so that a sheet reads as a list; blank lines part subjects.
    "at-rule-empty-line-before": null,
    "comment-empty-line-before": null,
    "custom-property-empty-line-before": null,
    "declaration-block-single-line-max-declarations": null,
    "rule-empty-line-before": null,
    // Sheets are read by subject, and the theme's selectors force weights that no order can keep.
    "no-descending-specificity": null,
    // Names of the theme (.md-main__inner, --md-default-fg-color--light) and ours in the same form.
    "selector-class-pattern": "^[a-z0-9]+(-[a-z0-9]+)*(__[a-z0-9]+(-[a-z0-9]+)*)?(--[a-z0-9]+(-[a-z0-9]+)*)?$",
    "custom-property-pattern": "^[a-z0-9]+(--?[a-z0-9]+)*$",
    // The theme's breaks are sixteenths of a pixel below a width: 76.234375em.
    "number-max-precision": 6,
    // Ranges (width >= 60em) are younger than the browsers that the theme supports.
    "media-feature-range-notation": "prefix",
    "value-keyword-case": ["lower", { ignoreProperties: ["/^font/", "/^--/"] }],
    // Safari before 15.4 and Chromium before 120 know masks by this name alone.
    "property-no-vendor-prefix": [true, { ignoreProperties: ["mask", "mask-image", "print-color-adjust"] }],
    "declaration-block-no-duplicate-properties": true,
    "no-unknown-animations": true,
  },
};
