/** A small business that sells and supports, in English and Spanish, always open unless a test says otherwise. */
export const line = "+12125550000";
export const business = {
  business: {
    name: "Bright Kettle",
    zone: "America/New_York",
    languages: {
      en: { locale: "en-US", voice: "Polly.Joanna-Neural" },
      es: { locale: "es-US", voice: "Polly.Lupe-Neural" },
    },
    language: "en",
    callerId: line,
    reception: { to: "queue", queue: "reception" },
    fallbackNumber: "+12125550999",
  },
  lines: [{ number: line, name: "Main line", opensWith: { to: "menu", menu: "main" } }],
  menus: {
    main: {
      prompt: "main-menu",
      options: [
        {
          key: "1",
          says: { en: ["sales", "buy"], es: ["ventas"] },
          about: "about-buying",
          segment: "kettles",
          to: { to: "queue", queue: "sales" },
        },
        {
          key: "2",
          says: { en: ["support", "help"], es: ["soporte"] },
          about: "about-repair",
          to: { to: "queue", queue: "support" },
        },
        {
          key: "3",
          says: { en: ["address"], es: ["dirección"] },
          to: { to: "message", prompt: "address", next: "main" },
        },
        {
          key: "4",
          says: { en: ["manual"], es: ["manual"] },
          to: { to: "text", prompt: "text-on-its-way", body: "manual-link" },
        },
        { key: "5", says: { en: ["leave a message"], es: ["mensaje"] }, to: { to: "voicemail" } },
        { key: "6", says: { en: ["workshop"], es: ["taller"] }, to: { to: "number", number: "+12125550777" } },
        {
          key: "7",
          says: { en: ["descaling"], es: ["descalcificar"] },
          segment: "care",
          to: { to: "queue", queue: "sales" },
        },
        { key: "9", says: { en: ["spanish"], es: ["español"] }, language: "es", to: { to: "menu", menu: "main" } },
      ],
    },
  },
  queues: {
    support: {
      kind: "support",
      name: "queue-support",
      music: ["harbour-lights"],
      ring: { pool: [{ after: 0, skills: ["support"] }] },
    },
    sales: {
      kind: "sales",
      name: "queue-sales",
      music: ["harbour-lights"],
      ring: { pool: [{ after: 0, skills: ["sales"] }] },
      announcements: ["glass", "whisper", "descaler"],
    },
    reception: {
      kind: "support",
      name: "queue-reception",
      music: ["harbour-lights"],
      ring: { pool: [{ after: 0, skills: ["reception", "support", "sales"] }] },
    },
  },
  reps: {
    ana: { name: "Ana", address: "+12125550201", skills: ["support", "sales"], languages: ["en", "es"] },
    ben: { name: "Ben", address: "+12125550202", skills: ["support"], languages: ["en"] },
    cleo: { name: "Cleo", address: "+12125550203", skills: ["sales"], languages: ["en"] },
    dana: { name: "Dana", address: "+12125550204", skills: ["lead"], languages: ["en"], lead: true },
    rosa: { name: "Rosa", address: "+12125550205", skills: ["reception"], languages: ["en", "es"] },
  },
  announcements: {
    glass: { prompt: "ad-glass", details: "details-glass", segments: ["kettles"] },
    whisper: { prompt: "ad-whisper", segments: [] },
    descaler: { prompt: "ad-descaler", segments: ["care"] },
  },
  prompts: {
    en: {
      "main-menu": "Welcome to Bright Kettle. For sales, press 1. For support, press 2. Para español, oprima 9.",
      address: "We are at 12 Mill Lane.",
      "text-on-its-way": "The link is on its way.",
      "manual-link": "Manuals: https://kettle.example/manuals",
      "about-buying": "buying a kettle",
      "about-repair": "a repair",
      "queue-support": "support",
      "queue-sales": "sales",
      "queue-reception": "reception",
      "ad-glass": "The glass kettle shows you when it boils.",
      "ad-whisper": "The whisper kettle never wakes a baby.",
      "ad-descaler": "Our descaler keeps kettles clean.",
      "details-glass": "Glass kettle: https://kettle.example/glass",
    },
    es: {
      "main-menu": "Bienvenido a Bright Kettle. Para ventas, oprima 1. Para soporte, oprima 2.",
      address: "Estamos en Mill Lane, número 12.",
      "text-on-its-way": "El enlace va en camino.",
      "manual-link": "Manuales: https://kettle.example/manuales",
      "about-buying": "la compra de un hervidor",
      "about-repair": "una reparación",
      "queue-support": "soporte",
      "queue-sales": "ventas",
      "queue-reception": "recepción",
      "ad-glass": "El hervidor de vidrio le muestra cuándo hierve.",
      "ad-whisper": "El hervidor silencioso nunca despierta a un bebé.",
      "ad-descaler": "Nuestro descalcificador mantiene limpios los hervidores.",
      "details-glass": "Hervidor de vidrio: https://kettle.example/vidrio",
    },
  },
};

export type Business = typeof business;
