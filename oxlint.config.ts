import { defineConfig, type OxlintOverride } from "oxlint";

const pure = "The core is pure: bring facts in on the event, send work out as an effect.";
const exchangeAlone = "The exchange knows Twilio's documents, not our app: it imports nothing of ours.";
const door = "Only main.ts wires things together: take what you need as an argument.";
const telephone = "The telephone knows the exchange by what it says over HTTP, and the company by its routing.";
const pages = "The pages know the server by its API: they import the routing, the telephone, and types of web/api.";

const corePackages = ["!zod", "!temporal-polyfill", "!intl-messageformat"];
const core = ["call", "hold", "callback", "resolution", "text", "acd", "routing", "report"];
const folders = [...core, "store", "twilio", "work", "web", "audio", "exchange", "phone", "admin"];

type Rule = { files: string[]; mayImport: string[]; typesOf?: string[]; packages?: string[]; message: string };

/**
 * Who may import whom: a folder's files may import their own folder, the folders named, of some only types, and the
 * packages named.
 */
function mayImportOnly({ files, mayImport, typesOf = [], packages, message }: Rule): OxlintOverride {
  const own = files.map((file) => file.split("/")[1] ?? "");
  const within = typesOf.map((folder) => folder.split("/")[0] ?? folder);
  const others = folders.filter((folder) => ![...mayImport, ...within, ...own].includes(folder));
  const patterns: { regex?: string; group?: string[]; allowTypeImports?: boolean; message: string }[] = [
    { regex: `^(\\.\\./)+(${[...others, "main"].join("|")})[./]`, message },
  ];
  for (const folder of typesOf) {
    const [top = folder, ...inner] = folder.split("/");
    if (inner.length > 0) patterns.push({ regex: `^(\\.\\./)+${top}/(${otherThan(`${inner.join("/")}/`)})`, message });
    patterns.push({ regex: `^(\\.\\./)+${folder}/`, allowTypeImports: true, message });
  }
  if (packages) patterns.push({ group: ["*", "!./**", "!../**", ...packages], message });
  return { files, rules: { "no-restricted-imports": ["error", { patterns }] } };
}

/** What does not begin so, in a language of patterns that cannot say "not". */
function otherThan(start: string): string {
  return Array.from(start, (letter, at) => `${start.slice(0, at)}[^${letter}]`).join("|");
}

export default defineConfig({
  plugins: ["typescript", "import", "unicorn", "oxc", "vitest"],
  categories: { correctness: "error", suspicious: "error" },
  rules: {
    "no-console": "error",
    "no-empty": "error",
    eqeqeq: "error",
    "prefer-const": "error",
    "no-var": "error",
    "no-shadow": "off",
    "no-underscore-dangle": "off",
    "unicorn/no-array-sort": "off",
    "unicorn/no-array-reverse": "off",
    "unicorn/no-thenable": "off",
    // Express 5 passes the rejection of an async handler on to the error handler.
    "oxc/no-async-endpoint-handlers": "off",
    "import/no-unassigned-import": "off",
    "unicorn/consistent-function-scoping": "off",
    "import/no-cycle": "error",
    "import/no-default-export": "error",
    "typescript/no-explicit-any": "error",
    "typescript/no-non-null-assertion": "error",
    "typescript/no-floating-promises": "error",
    "typescript/no-misused-promises": "error",
    "typescript/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
    "typescript/consistent-type-imports": "error",
    "typescript/no-unsafe-type-assertion": "off",
    "vitest/expect-expect": "off",
    "vitest/no-conditional-tests": "off",
    "vitest/require-mock-type-parameters": "off",
  },
  overrides: [
    mayImportOnly({
      files: ["src/call/**/*.ts"],
      mayImport: ["hold", "acd", "callback", "resolution", "routing"],
      packages: corePackages,
      message: pure,
    }),
    mayImportOnly({
      files: ["src/text/**/*.ts"],
      mayImport: ["call", "callback", "resolution", "acd", "routing"],
      packages: corePackages,
      message: pure,
    }),
    mayImportOnly({
      files: ["src/resolution/**/*.ts"],
      mayImport: ["callback", "routing"],
      packages: corePackages,
      message: pure,
    }),
    mayImportOnly({
      files: ["src/report/**/*.ts"],
      mayImport: ["resolution", "routing"],
      packages: corePackages,
      message: pure,
    }),
    ...["hold", "callback", "acd"].map((folder) =>
      mayImportOnly({
        files: [`src/${folder}/**/*.ts`],
        mayImport: ["routing"],
        packages: corePackages,
        message: pure,
      }),
    ),
    mayImportOnly({ files: ["src/routing/**/*.ts"], mayImport: [], packages: corePackages, message: pure }),
    {
      files: [`src/{${core.join(",")}}/**/*.ts`],
      rules: {
        "no-restricted-globals": [
          "error",
          ...[
            "Date",
            "process",
            "fetch",
            "console",
            "setTimeout",
            "setInterval",
            "setImmediate",
            "crypto",
            "performance",
          ].map((name) => ({ name, message: pure })),
        ],
        "no-restricted-properties": ["error", { object: "Math", property: "random", message: pure }],
      },
    },
    mayImportOnly({
      files: ["src/twilio/**/*.ts"],
      mayImport: core,
      message: door,
    }),
    mayImportOnly({
      files: ["src/store/**/*.ts"],
      mayImport: core,
      message: door,
    }),
    mayImportOnly({
      files: ["src/web/**/*.ts", "src/work/**/*.ts"],
      mayImport: [...core, "twilio", "store", "web", "work", "audio"],
      message: door,
    }),
    // It measures by audio/measure, which no other folder may.
    mayImportOnly({ files: ["src/audio/**/*.ts"], mayImport: [], message: door }),
    mayImportOnly({ files: ["src/exchange/**/*.ts"], mayImport: [], message: exchangeAlone }),
    mayImportOnly({ files: ["src/phone/**/*.ts"], mayImport: ["routing"], typesOf: ["exchange"], message: telephone }),
    {
      files: ["src/phone/**/*.ts"],
      rules: { "no-restricted-globals": ["error", { name: "process", message: door.replace("main", "phone") }] },
    },
    mayImportOnly({
      files: ["src/admin/**/*.{ts,tsx}"],
      mayImport: ["routing", "phone"],
      typesOf: ["web/api"],
      message: pages,
    }),
    // A port to a thread has no origin to name.
    { files: ["src/audio/*-worker.ts"], rules: { "unicorn/require-post-message-target-origin": "off" } },
    { files: ["*.config.ts"], rules: { "import/no-default-export": "off" } },
    {
      files: ["setup.mjs", "src/phone.ts", "test/bench/**/*.ts", "test/simulation/main.ts"],
      rules: { "no-console": "off" },
    },
  ],
  ignorePatterns: ["node_modules", "data"],
});
