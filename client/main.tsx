import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app/app.tsx";
import "./app/theme.css";

declare global {
  interface Window {
    /** Set by browser-check.js, which then shows its own page. */
    browserIsTooOld?: boolean;
  }
}

const root = document.getElementById("root");
if (root && !window.browserIsTooOld) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
