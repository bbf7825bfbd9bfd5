using Fraud.Corpora;
using Fraud.Pitches;

namespace Fraud.Training;

/// <summary>Which stances the posts of a label take, apart for posts with and without a question.</summary>
internal static class StanceShares
{
    // Counts as if this many posts of the label had been spread evenly
    private const float Prior = 0.5f;

    public static float[] Of(IEnumerable<LabelledPost> posts)
    {
        var shares = new float[2 * PitchShape.Labels * PitchShape.Stances];
        Array.Fill(shares, Prior / PitchShape.Stances);
        foreach (var post in posts)
        {
            if (post.Stance is { } stance)
            {
                var question = post.Text.AsSpan().IndexOfAny("?？吗嗎") >= 0 ? PitchShape.Labels : 0;
                shares[((question + (int)post.Label) * PitchShape.Stances) + (int)stance]++;
            }
        }

        for (var row = 0; row < shares.Length; row += PitchShape.Stances)
        {
            var sum = shares.AsSpan(row, PitchShape.Stances).ToArray().Sum();
            for (var stance = 0; stance < PitchShape.Stances; stance++)
            {
                shares[row + stance] /= sum;
            }
        }

        return shares;
    }
}
