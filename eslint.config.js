import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";

/** A folder may import only from the folders that stand above it here. */
const layers = ["numeric", "exact", "latex", "evaluate", "equations", "verify", "cli"];
/** `numeric` and `exact` are the ground floor: each knows nobody. */
const allowed = (layer) =>
  layer === "numeric" || layer === "exact" ? [] : layers.slice(0, layers.indexOf(layer));
const forbidden = (layer) => layers.filter((other) => other !== layer && !allowed(layer).includes(other));

export default defineConfig(
  // The site is a package with checks of its own.
  globalIgnores(["dist", "coverage", "node_modules", "site"]),
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ["eslint.config.js"] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      eqeqeq: "error",
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/restrict-template-expressions": [
        "error",
        { allowNumber: true, allowBoolean: true },
      ],
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
      "@typescript-eslint/no-unnecessary-condition": ["error", { allowConstantLoopConditions: true }],
    },
  },
  ...layers.map((layer) => ({
    files: [`src/${layer}/**/*.ts`],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: forbidden(layer).map((other) => ({
            regex: `^\\.\\./(\\.\\./)*${other}/`,
            message: `src/${layer} must not know src/${other}.`,
          })),
        },
      ],
    },
  })),
  { files: ["**/*.js"], extends: [tseslint.configs.disableTypeChecked] },
);
