import { config } from "zod";

// Zod makes functions out of text where it may, and the pages' policy reports whoever tries. To be imported before it is used.
config({ jitless: true });
