using Fraud.Collect.Extracting;

namespace Fraud.Collect.Tests.Extracting;

public class BlockModelTests
{
    private const ushort Leaf = ushort.MaxValue;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(53)]
    public void A_row_gets_what_walking_every_tree_gives(int rows)
    {
        var chance = new Random(rows);
        // Whole numbers, so that rows stand on a threshold too
        float[][] table = [.. Enumerable.Range(0, rows).Select(_ => Enumerable.Range(0, BlockFeatures.Count).Select(_ => (float)chance.Next(-2, 4)).ToArray())];

        Assert.Equal(table.Select(Walk), BlockModel.Default.Probabilities(table));
    }

    [Fact]
    public void A_model_of_other_features_is_refused() => Assert.Throws<InvalidDataException>(() => BlockModel.Read(new MemoryStream([1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])));

    private static float Walk(float[] row)
    {
        using var reader = new BinaryReader(typeof(BlockModel).Assembly.GetManifestResourceStream("blocks.bin")!);
        reader.ReadInt32();
        var sum = reader.ReadSingle();
        for (var trees = reader.ReadInt32(); trees > 0; trees--)
        {
            var nodes = Enumerable.Range(0, reader.ReadUInt16()).Select(_ => (Feature: reader.ReadUInt16(), Value: reader.ReadSingle(), Lower: reader.ReadUInt16())).ToArray();
            var at = nodes[0];
            while (at.Feature != Leaf)
            {
                at = nodes[at.Lower + (row[at.Feature] <= at.Value ? 0 : 1)];
            }

            sum += at.Value;
        }

        return 1 / (1 + MathF.Exp(-sum));
    }
}
