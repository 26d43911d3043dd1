// Runs before the first paint, so that the page does not flash up in the other theme. See src/app/theme.ts.
try {
  const theme = JSON.parse(localStorage.getItem("reconcile-kit.theme"));
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // Nothing is remembered: the page follows the device.
}
