/** What campaigns brought. */
export interface CampaignsApi {
  /** By the code of the campaign; one that brought nobody is not among them. */
  campaignFigures(): CampaignFigures[];
}

/** Customers outside the bin whom a campaign brought, and what they bought since it began. */
export interface CampaignFigures {
  key: string;
  customers: number;
  /** Those of them who bought anything. */
  buyers: number;
  /** Days on which something was bought, and what it came to. */
  purchases: number;
  netFen: number;
}
