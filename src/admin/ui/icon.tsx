/** Every drawing of the pages, on a grid of 20, as strokes. */
const drawings = {
  home: "M3.5 9 10 3.5 16.5 9v7a.5.5 0 0 1-.5.5h-4V12H8v4.5H4a.5.5 0 0 1-.5-.5z",
  phone:
    "M4 3.5h2.6l1.3 3.3-1.7 1.3a9 9 0 0 0 5.7 5.7l1.3-1.7 3.3 1.3V16a1.5 1.5 0 0 1-1.6 1.5C8.600 17.100 2.900 11.400 2.500 5.100A1.500 1.500 0 0 1 4 3.500z",
  return:
    "M4 3.5h2.6l1.3 3.3-1.7 1.3a9 9 0 0 0 5.7 5.7l1.3-1.7 3.3 1.3V16a1.5 1.5 0 0 1-1.6 1.5C8.600 17.100 2.900 11.400 2.500 5.100A1.500 1.500 0 0 1 4 3.500zM17 3.500l-5.500 5.500M11.500 5v4h4",
  "hang-up":
    "M2.500 12.500c-.5-1.500 0-3 1.500-4 3.500-2 8.500-2 12 0 1.500 1 2 2.500 1.500 4l-.3.8-3.700-.8v-2.500c-2.300-.7-4.700-.7-7 0v2.500l-3.700.8z",
  sun: "M10 6.500a3.500 3.500 0 1 0 0 7 3.500 3.500 0 0 0 0-7zM10 2v1.500M10 16.500V18M2 10h1.500M16.500 10H18M4.300 4.300l1.100 1.100M14.600 14.600l1.100 1.100M15.700 4.300l-1.100 1.100M5.400 14.600l-1.100 1.100",
  moon: "M16.500 11.500A7 7 0 0 1 8.500 3.500a7 7 0 1 0 8 8z",
  keyboard: "M2.500 5.500h15v9h-15zM5.500 8.500h.01M8.500 8.500h.01M11.500 8.500h.01M14.500 8.500h.01M6.500 11.500h7",
  sound: "M3 8v4h2.500L9 15V5L5.500 8zM12 7.500a4 4 0 0 1 0 5M14.300 5.200a7.200 7.200 0 0 1 0 9.600",
  "sound-off": "M3 8v4h2.500L9 15V5L5.500 8zM12.500 8l4 4M16.500 8l-4 4",
  mouth:
    "M10 2.500a2.300 2.300 0 0 0-2.300 2.300V9a2.300 2.300 0 0 0 4.600 0V4.800A2.300 2.300 0 0 0 10 2.500zM5 9a5 5 0 0 0 10 0M10 14v3.500",
  code: "M7 6l-4 4 4 4M13 6l4 4-4 4",
  add: "M10 4v12M4 10h12",
  minus: "M4 10h12",
  pause: "M7 4.500v11M13 4.500v11",
  back: "M15 5v10l-7-5zM5 5v10",
  forward: "M5 5v10l7-5zM15 5v10",
  keypad: "M5 5h.01M10 5h.01M15 5h.01M5 10h.01M10 10h.01M15 10h.01M5 15h.01M10 15h.01M15 15h.01",
  more: "M4.500 10h.01M10 10h.01M15.500 10h.01",
  close: "M5.500 5.500l9 9M14.500 5.500l-9 9",
  send: "M3.500 10h12M11 5.500l4.500 4.500-4.500 4.500",
  routing: "M4 5h3c4 0 2 10 6 10h3M13.500 12.500 16 15l-2.500 2.500M13 5h3M13.500 2.500 16 5l-2.500 2.500",
  leave: "M8.500 3.500h-5v13h5M12.500 6.500 16 10l-3.500 3.500M16 10H7.500",
  undo: "M7 4 3.500 7.500 7 11M3.500 7.500H12a4.250 4.250 0 0 1 0 8.500H8",
  redo: "M13 4l3.500 3.500L13 11M16.500 7.500H8a4.250 4.250 0 0 0 0 8.500h4",
  up: "M5 12.500 10 7.500l5 5",
  copy: "M7 7V3.500h9.500V13H13M3.500 7H13v9.500H3.500z",
  play: "M6 4l9.500 6L6 16z",
  stop: "M5.500 5.500h9v9h-9z",
  down: "M5 7.500l5 5 5-5",
  settings:
    "M10 7.300a2.700 2.700 0 1 0 0 5.400 2.700 2.700 0 0 0 0-5.400zM10 2.500v2M10 15.500v2M2.500 10h2M15.500 10h2M4.700 4.700l1.400 1.400M13.900 13.900l1.400 1.400M15.300 4.700l-1.400 1.400M6.100 13.900l-1.400 1.400",
  check: "M4 10.500 8 14.500 16 6",
  alert: "M10 3 17.500 16.500h-15zM10 8v4M10 14.300v.01",
  text: "M3 4.500h14v9.500H9l-3.500 3v-3H3z",
} as const;

/** The name of a drawing. */
export type IconName = keyof typeof drawings;

/** A drawing of `size` pixels, in the colour of the words beside it; it says nothing to who cannot see it. */
export function Icon({ name, size = 18 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 20 20" aria-hidden="true" focusable="false" style={{ flex: "none" }}>
      <path
        d={drawings[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
