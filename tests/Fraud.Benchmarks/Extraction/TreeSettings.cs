namespace Fraud.Benchmarks.Extraction;

/// <summary>How trees are grown.</summary>
internal sealed record TreeSettings(int Trees, int Leaves, float Rate, float RowShare, float ColumnShare, float LeastWeight, float Shrinkage, int Seed);
