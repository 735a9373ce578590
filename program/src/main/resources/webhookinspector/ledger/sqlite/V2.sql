-- Leads to the newest page of a stream. Knows pages only, so a webhook's delivery costs nothing here.
CREATE INDEX page_by_stream ON delivery (inbox, position) WHERE source = 'stream';
