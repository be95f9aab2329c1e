"""What a document says of itself: regulations cited, tables announced, years, issuers and regions in its headings."""
