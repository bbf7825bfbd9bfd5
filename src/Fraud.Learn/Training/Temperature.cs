namespace Fraud.Training;

/// <summary>Finds the temperature that makes held-out probabilities mean what they say (Guo et al. 2017).</summary>
internal static class Temperature
{
    /// <summary>The temperature of least loss, by golden section; 1 when there is nothing to learn from.</summary>
    public static float Fit(IReadOnlyList<(float[] Logits, int Label)> held)
    {
        if (held.Count < 50)
        {
            return 1;
        }

        const double Golden = 0.6180339887498949;
        var (low, high) = (Math.Log(0.02), Math.Log(5));
        while (high - low > 1e-4)
        {
            var left = high - (Golden * (high - low));
            var right = low + (Golden * (high - low));
            (low, high) = Loss(held, Math.Exp(left)) < Loss(held, Math.Exp(right)) ? (low, right) : (left, high);
        }

        return (float)Math.Exp((low + high) / 2);
    }

    private static double Loss(IReadOnlyList<(float[] Logits, int Label)> held, double temperature)
    {
        double loss = 0;
        foreach (var (logits, label) in held)
        {
            var most = logits.Max();
            loss += Math.Log(logits.Sum(l => Math.Exp((l - most) / temperature))) - ((logits[label] - most) / temperature);
        }

        return loss;
    }
}
