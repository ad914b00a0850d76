"""Neural engines: text to pieces, pieces to buckets, buckets through a model, and all the way back."""
