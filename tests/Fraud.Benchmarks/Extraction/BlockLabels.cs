namespace Fraud.Benchmarks.Extraction;

/// <summary>Finds which blocks of a page are in its marked text, by the longest common subsequence of words.</summary>
internal static class BlockLabels
{
    private const long MostCells = 400_000_000;
    private const int LeastRun = 3;

    /// <summary>Share of each block's words that lie in the marked text; near 0 and near 1 are rounded.</summary>
    public static float[] Align(string[][] blocks, string[] gold)
    {
        var words = blocks.SelectMany((b, i) => b.Select(w => (Word: w, Block: i))).ToArray();
        var labels = new float[blocks.Length];
        if (gold.Length == 0 || words.Length == 0 || (long)gold.Length * words.Length > MostCells)
        {
            return labels;
        }

        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        int Id(string word) => ids.TryGetValue(word, out var id) ? id : ids[word] = ids.Count;
        var hits = Walk([.. words.Select(w => Id(w.Word))], [.. gold.Select(Id)], words.Select(w => w.Block).ToArray(), blocks);
        for (var i = 0; i < blocks.Length; i++)
        {
            var share = blocks[i].Length == 0 ? 0 : (float)hits[i] / blocks[i].Length;
            labels[i] = share > 0.8f ? 1 : share < 0.2f ? 0 : share;
        }

        return labels;
    }

    // Two bits a cell: 0 both step, 1 the page steps, 2 the marked text steps
    private static byte[] Directions(int[] page, int[] gold)
    {
        var steps = new byte[(((long)page.Length * gold.Length) / 4) + 1];
        var (below, row) = (new int[gold.Length + 1], new int[gold.Length + 1]);
        for (var i = page.Length - 1; i >= 0; i--)
        {
            for (var j = gold.Length - 1; j >= 0; j--)
            {
                var step = page[i] == gold[j] ? 0 : below[j] >= row[j + 1] ? 1 : 2;
                row[j] = step switch { 0 => below[j + 1] + 1, 1 => below[j], _ => row[j + 1] };
                var cell = ((long)i * gold.Length) + j;
                steps[cell >> 2] |= (byte)(step << (int)((cell & 3) * 2));
            }

            (below, row) = (row, below);
            Array.Clear(row);
        }

        return steps;
    }

    // Single common words match anywhere; only runs, or whole blocks, count
    private static int[] Walk(int[] page, int[] gold, int[] blockOf, string[][] blocks)
    {
        var steps = Directions(page, gold);
        var hits = new int[blocks.Length];
        var (i, j, run) = (0, 0, 0);
        void EndRun(int end)
        {
            if (run >= LeastRun || (run > 0 && run == blocks[blockOf[end - 1]].Length))
            {
                for (var k = end - run; k < end; k++)
                {
                    hits[blockOf[k]]++;
                }
            }

            run = 0;
        }

        while (i < page.Length && j < gold.Length)
        {
            var cell = ((long)i * gold.Length) + j;
            var step = (steps[cell >> 2] >> (int)((cell & 3) * 2)) & 3;
            if (step == 0)
            {
                (i, j, run) = (i + 1, j + 1, run + 1);
                continue;
            }

            EndRun(i);
            (i, j) = step == 1 ? (i + 1, j) : (i, j + 1);
        }

        EndRun(i);
        return hits;
    }
}
