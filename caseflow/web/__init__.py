"""The pages: what people read and fill in, in German and English."""
