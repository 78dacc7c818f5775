import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from "@mantine/core";

/** The one accent: what can be pressed, and where one is. */
const sea: MantineColorsTuple = [
  "#effaf8",
  "#d5f2ed",
  "#a9e3da",
  "#74cec1",
  "#45b3a6",
  "#279588",
  "#16776e",
  "#125f59",
  "#114c48",
  "#0f3f3c",
];
/** A step cooler than neutral; from 5 on it can be read on white (4.5:1). */
const gray: MantineColorsTuple = [
  "#f8f9fb",
  "#f1f3f6",
  "#e5e8ee",
  "#d6dbe3",
  "#b6bdc9",
  "#6b7484",
  "#596273",
  "#434b5a",
  "#2a303c",
  "#171b24",
];
const dark: MantineColorsTuple = [
  "#e8eaef",
  "#c3c8d2",
  "#9aa2b1",
  "#7d8696",
  "#363d4a",
  "#272c37",
  "#1b1f28",
  "#13161c",
  "#0e1116",
  "#090b0f",
];

/** How the pages look: one accent, quiet greys, small type, thin lines. */
export const theme = createTheme({
  colors: { sea, gray, dark },
  primaryColor: "sea",
  primaryShade: 6,
  black: "#171b24",
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontFamilyMonospace: "ui-monospace, 'SF Mono', 'Cascadia Code', Menlo, Consolas, 'DejaVu Sans Mono', monospace",
  fontSizes: { xs: "0.75rem", sm: "0.8125rem", md: "0.875rem", lg: "1rem", xl: "1.125rem" },
  lineHeights: { xs: "1.4", sm: "1.45", md: "1.5", lg: "1.5", xl: "1.45" },
  radius: { xs: "4px", sm: "6px", md: "8px", lg: "12px", xl: "16px" },
  defaultRadius: "md",
  spacing: { xs: "8px", sm: "12px", md: "16px", lg: "24px", xl: "32px" },
  headings: {
    fontWeight: "600",
    sizes: {
      h1: { fontSize: "1.375rem", lineHeight: "1.3" },
      h2: { fontSize: "1rem", lineHeight: "1.4" },
      h3: { fontSize: "0.875rem", lineHeight: "1.45" },
    },
  },
  cursorType: "pointer",
  focusRing: "auto",
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: "sm" }, styles: { label: { fontWeight: 550 } } },
    InputWrapper: {
      styles: { label: { marginBottom: 4, fontWeight: 550 }, description: { marginBottom: 6 } },
    },
    Tooltip: { defaultProps: { openDelay: 400, withArrow: false } },
    Modal: { defaultProps: { centered: true, overlayProps: { backgroundOpacity: 0.35, blur: 2 } } },
    // In a dialog it is no banner of the page.
    ModalHeader: { defaultProps: { role: "none" } },
    Paper: { defaultProps: { radius: "lg" } },
  },
});

/** Surfaces that the theme's greys do not say by themselves. */
export const surfaces: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    "--surface-page": "#ffffff",
    "--surface-side": "#f8f9fb",
    "--surface-card": "#ffffff",
    "--line": "#e5e8ee",
    "--mantine-color-dimmed": "#596273",
    "--mantine-color-placeholder": "#6b7484",
    "--mantine-color-error": "#b42332",
  },
  dark: {
    "--surface-page": "#13161c",
    "--surface-side": "#0e1116",
    "--surface-card": "#1b1f28",
    "--line": "#272c37",
    "--mantine-color-dimmed": "#9aa2b1",
    "--mantine-color-placeholder": "#8a93a3",
    "--mantine-color-error": "#ff8a94",
  },
});
