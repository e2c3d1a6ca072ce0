import { Component, type ReactNode } from 'react';
import { useT } from '../platform/language.tsx';
import { Button } from '../ui/actions/button.tsx';
import { EmptyState } from '../ui/feedback/empty-state.tsx';
import { Screen } from '../ui/layout/screen.tsx';

/** Keeps one broken page from taking the rest along. React wants a class for this. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError(): { hasFailed: boolean } {
    return { hasFailed: true };
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children;
    return (
      <BrokenPage
        onAgain={() => {
          this.setState({ hasFailed: false });
        }}
      />
    );
  }
}

function BrokenPage({ onAgain }: { onAgain: () => void }) {
  const t = useT();
  return (
    <Screen title={t('broken.title')}>
      <EmptyState
        title={t('broken.safe')}
        actions={
          <>
            <Button
              onPress={() => {
                location.reload();
              }}
            >
              {t('broken.restart')}
            </Button>
            <Button kind="primary" onPress={onAgain}>
              {t('broken.again')}
            </Button>
          </>
        }
      >
        {t('broken.detail')}
      </EmptyState>
    </Screen>
  );
}
