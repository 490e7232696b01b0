// Scripts of the site. https://eslint.org/docs/latest/use/configure/configuration-files
//
// A script is a classic one that shares its scope with the others of its bundle, so what a name stands for is for
// TypeScript to say (types.json), which sees a whole bundle; here each file is looked at alone.
import js from "@eslint/js";
import jsdoc from "eslint-plugin-jsdoc";

export default [
  { ignores: ["docs/assets/vendor/**"] },
  {
    files: ["docs/assets/javascripts/**/*.js"],
    languageOptions: { ecmaVersion: 2020, sourceType: "script" },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    plugins: { jsdoc },
    rules: {
      ...js.configs.recommended.rules,
      "no-undef": "off",
      "no-control-regex": "off", // the scanner reads such characters in strings and templates
      "no-unused-vars": ["error", { vars: "local", args: "after-used", caughtErrors: "none" }],
      "array-callback-return": "error",
      "consistent-return": "error",
      curly: ["error", "multi-line"],
      "default-case-last": "error",
      eqeqeq: ["error", "always", { null: "ignore" }],
      "no-constant-binary-expression": "error",
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-new-func": "error",
      "no-self-compare": "error",
      "no-throw-literal": "error",
      "no-unreachable-loop": "error",
      "no-use-before-define": ["error", { functions: false, classes: false, variables: false }],
      "no-useless-concat": "error",
      "prefer-promise-reject-errors": "error",
      "no-restricted-properties": [
        "error",
        { property: "innerHTML", message: "Text from a reader is text: use textContent or append()." },
        { property: "outerHTML", message: "Text from a reader is text: use textContent or append()." },
        { property: "insertAdjacentHTML", message: "Text from a reader is text: use append()." },
      ],
      "no-restricted-globals": ["error", { name: "fetch", message: "No page may ask for a file: it must work from file://." }],
    },
  },
  {
    // The dialect of the house, which older scripts do not speak yet: warnings, of which package.json allows so many.
    files: ["docs/assets/javascripts/**/*.js"],
    rules: {
      "no-var": "warn",
      "prefer-const": "warn",
      "prefer-arrow-callback": "warn",
      "object-shorthand": "warn",
      "no-shadow": "warn",
      "jsdoc/require-jsdoc": [
        "warn",
        { require: { FunctionDeclaration: true, ClassDeclaration: true, MethodDefinition: true } },
      ],
      "jsdoc/check-param-names": "error",
      "jsdoc/check-tag-names": "error",
      "jsdoc/check-types": "error",
      "jsdoc/empty-tags": "error",
      "jsdoc/no-bad-blocks": "error",
      "jsdoc/valid-types": "error",
    },
  },
];
