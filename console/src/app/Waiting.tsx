/** While a page or its data is on its way. */
export function Waiting() {
  return (
    <p className="waiting" role="status">
      正在读取…
    </p>
  );
}
