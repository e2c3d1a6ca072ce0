import { shopLine, type Shop } from '#shared/domain/settings/shop.ts';
import styles from './sheets.module.css';

interface PaperHeadProps {
  shop: Shop;
  title: string;
  /** Of when it is, and what tells it from others. */
  detail?: string;
}

/** Whose paper it is, and what. */
export function PaperHead({ shop, title, detail = '' }: PaperHeadProps) {
  const whose = shopLine(shop);
  return (
    <>
      {whose !== '' && <p className={styles.whose}>{whose}</p>}
      <h1>{title}</h1>
      {detail !== '' && <p className={styles.small}>{detail}</p>}
    </>
  );
}
