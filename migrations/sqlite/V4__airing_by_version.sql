-- Where a version airs, asked of a schedule of years that is not read yet.
CREATE INDEX airing_by_version ON airing (version);
