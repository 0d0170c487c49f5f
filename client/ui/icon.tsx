const paths = {
  close: "M3 3 13 13M13 3 3 13",
  plus: "M8 3v10M3 8h10",
  minus: "M3 8h10",
  search: "M7 2.5a4.5 4.5 0 1 0 .01 0M10.5 10.5 14 14",
  city: "M2.5 6.5v-4h4M13.5 6.5v-4h-4M2.5 9.5v4h4M13.5 9.5v4h-4",
  chevron: "M4 6l4 4 4-4",
  layers: "M8 2 14 5.2 8 8.4 2 5.2ZM2.4 8.2 8 11.2l5.6-3M2.4 11 8 14l5.6-3",
  moon: "M12.8 10A5.6 5.6 0 1 1 6.4 2.6 4.6 4.6 0 0 0 12.8 10Z",
  sun: "M8 5.2a2.8 2.8 0 1 0 .01 0M8 1.4v1.5M8 13.1v1.5M1.4 8h1.5M13.1 8h1.5M3.4 3.4l1 1M11.6 11.6l1 1M3.4 12.6l1-1M11.6 4.4l1-1",
  camera: "M2 5h3l1.2-1.8h3.6L11 5h3v8H2ZM8 6.8a2.3 2.3 0 1 0 .01 0",
  back: "M10 3.5 5.5 8l4.5 4.5",
  on: "M6 3.5 10.5 8 6 12.5",
  play: "M5 3v10l8-5Z",
  pause: "M5.5 3v10M10.5 3v10",
  calendar: "M2.5 3.5h11v10h-11ZM2.5 6.5h11M5.5 2v3M10.5 2v3",
  compare: "M2.5 3h11v10h-11ZM8 1.5v13M4.5 6.2 3.6 8l.9 1.8M11.5 6.2l.9 1.8-.9 1.8",
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" aria-hidden="true">
      <path
        d={paths[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinejoin="round"
      />
    </svg>
  );
}
