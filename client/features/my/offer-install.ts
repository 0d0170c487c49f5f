/** Makes the page one that can be installed: its manifest and colour stand in the document while it is open. */
export function offerInstall(): () => void {
  const elements = [
    element("link", { rel: "manifest", href: "/my.webmanifest" }),
    element("link", { rel: "apple-touch-icon", href: "/my-icon-192.png" }),
    element("meta", { name: "theme-color", content: "#14233b" }),
  ];
  document.head.append(...elements);
  return () => {
    for (const each of elements) each.remove();
  };
}

function element(name: string, attributes: Readonly<Record<string, string>>): HTMLElement {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}
