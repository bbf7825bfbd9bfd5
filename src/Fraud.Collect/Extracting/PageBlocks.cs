namespace Fraud.Collect.Extracting;

/// <summary>A page as a row of blocks in a tree of containers.</summary>
internal sealed record PageBlocks(IReadOnlyList<PageBlock> Blocks, IReadOnlyList<BlockContainer> Containers);
