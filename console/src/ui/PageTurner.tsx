import { Pagination } from "antd";

interface PageTurnerProps {
  readonly page: number | undefined;
  readonly pageSize: number;
  readonly total: number;
  readonly onTurn: (page: number) => void;
}

/** The pages of a long list; nothing where there is but one. The next page begins at its top. */
export function PageTurner({ page = 1, pageSize, total, onTurn }: PageTurnerProps) {
  return (
    <Pagination
      current={page}
      pageSize={pageSize}
      total={total}
      showSizeChanger={false}
      hideOnSinglePage
      onChange={(next) => {
        onTurn(next);
        window.scrollTo(0, 0);
      }}
    />
  );
}
