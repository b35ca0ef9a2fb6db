/** How the script makes elements: texts become text nodes, never markup. */
export const elementsScript = String.raw`
const make = (name, attributes, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== null) made.setAttribute(key, value);
  made.append(...children.filter((child) => child !== null));
  return made;
};
const byId = (id) => document.getElementById(id);
const atlas = JSON.parse(byId('atlas').textContent);
const shown = (found) => !found.hidden && !found.closest('[hidden]');
const counted = (count, one, many) => count + ' ' + (count === 1 ? one : many);
`;
