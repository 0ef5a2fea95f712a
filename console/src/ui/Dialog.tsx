import { Modal } from "antd";
import type { ReactNode } from "react";

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/**
 * A dialog that is there as long as it is rendered. A click beside it does not close it: what was typed would be lost. It stands still
 * from the start: a button that still moves under the pointer loses the press.
 */
export function Dialog({ title, onClose, children }: DialogProps) {
  return (
    <Modal
      open
      title={title}
      onCancel={onClose}
      footer={null}
      mask={{ closable: false }}
      transitionName=""
      maskTransitionName=""
      destroyOnHidden
    >
      {children}
    </Modal>
  );
}
